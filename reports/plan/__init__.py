"""The plan in words, calendar, work items, workbook and paper."""
