// One import for embedders: quotations, citations and certificates are part of every reply.
@_exported public import Transcripts
@_exported public import struct Retrieval.Explanation
