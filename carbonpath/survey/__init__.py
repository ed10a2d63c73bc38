"""From the workbook a firm sends to the ACTIVITY table."""
