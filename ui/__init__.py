"""What pages share. At the root: who is here, the session, text, frame and layout; a room for each subject."""
