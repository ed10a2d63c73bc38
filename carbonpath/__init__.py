"""carbonpath: carbon-peaking scenarios for a district, from survey workbooks to a Word report."""
