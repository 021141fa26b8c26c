# Short names for what the README says; nothing needs make.
.PHONY: render release test sanitize bench format fuzz

render: ## The maps of journeys/ to out/
	sh Scripts/setup && swift run -c release waymark render journeys --out out

release: ## The program as it is handed out, one file
	sh Scripts/release

test: ## All tests
	sh Scripts/test

sanitize: ## The tests under sanitizers, and renders under valgrind; an hour
	sh Scripts/sanitize

bench: ## Speed, beside Graphviz, D2 and merman
	sh Benchmarks/run

format: ## The house style of Swift
	swift format -i -r Package.swift Sources Tests templates

fuzz: ## Looks for bytes that break a promise; TIME=SECONDS for each way, WAYS="maps …"
	sh Tests/Fuzz/run $(or $(TIME),60) $(WAYS)
