"""Tables: an assessment as a workbook, as CSV files, as one wide or long table, or from a survey's export."""
