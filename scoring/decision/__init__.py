"""The decision to start or to postpone: who may sign what, and whether it still holds."""
