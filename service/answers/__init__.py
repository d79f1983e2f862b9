"""What was replied: responses and their history, answers as text and as numbers, files of answers taken in."""
