"""What programs ask: all that the pages do, as JSON over HTTP under ``/api/v1``.

``operations/`` has a module a concern, each listing its operations; ``document`` makes the OpenAPI
document of them, ``answering`` answers, ``entering`` tells who asks and whether a change is meant.
"""
