"""The invented customers: their values, their past, and the database they fill."""
