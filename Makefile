# Every target only calls dev.py, which says more: python3 dev.py help. Arguments: make test ARGS="tests/test_setup.py -x"
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python; do \
	$$name -c "" 2>/dev/null && echo $$name && break; done)

.PHONY: run demo test setup check bench
run demo test setup check bench:
	@$(or $(PYTHON),python3) dev.py $@ $(ARGS)
