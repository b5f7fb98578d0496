"""Pages as evidence: fetched with care, kept byte for byte, and looked at again."""
