"""The workbench: a case library in the browser, for one analyst or a team.

``serving.serve`` runs it, ``app.make_app`` is the application; a folder or module a concern:
``pages/`` what people see, ``api/`` what programs ask, ``guard`` who may, ``shelf`` cases opened.
"""
