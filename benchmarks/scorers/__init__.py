"""Pure functions that compare predicted with gold annotation."""
