"""What the workbench's own pages show, prepared: values of a case, no markup but in remarks."""
