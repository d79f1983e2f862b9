"""Send inn and Kvalitetssikring, and whose word the figures rest on."""
