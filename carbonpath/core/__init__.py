"""Foundation of every layer: errors, units, vocabulary, tables, documents and messages."""
