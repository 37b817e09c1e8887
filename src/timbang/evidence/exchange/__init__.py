"""Exchange with programs for qualitative analysis: REFI-QDA codebooks (.qdc) and projects (.qdpx), in and out.

The format: "REFI-QDA. Exchange of processed data between qualitative data analysis software packages", 2019, and its
schema Project.xsd, QDA-XML version 1.0, 18 March 2019 (qdasoftware.org; copies at GitHub, openqda/refi-tools).
"""
