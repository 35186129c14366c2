#!/usr/bin/env bash
# Builds everything in debug and runs all tests. The oracles' Python is handed over where it could be set up;
# tests that need it skip with a message where it could not.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -x .venv/bin/python ]; then
    REVENUER_PYTHON="$PWD/.venv/bin/python"
    export REVENUER_PYTHON
fi
swift build --build-tests
REVENUER_BINARY="$(swift build --show-bin-path)/revenuer"
export REVENUER_BINARY
swift test --skip-build
