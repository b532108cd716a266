# 工会案头
#   make run    装好缺的东西，编译，打开窗口（没有图形桌面时，不用窗口跑一遍主要流程）
#   make test   装好缺的东西，跑全部测试
#   make endurance  一千次断电、一千处坏字节、写满的磁盘（约一小时），打印结果表
#   make coverage  每条法规用在哪里、由哪些测试点到，打印结果表
#   make check  格式、静态检查、生成的文件是否最新
# Each target installs only what is missing and can be called again at any time.
SHELL := /bin/bash
export CARGO_TARGET_DIR ?= $(CURDIR)/target
BIN := $(CARGO_TARGET_DIR)/debug
# Tauri's own list, then: faces for the window, a screen, a driver and a bus for its stories, judges for the PDFs, a second
# calculation for the figures.
PACKAGES := build-essential pkg-config perl libwebkit2gtk-4.1-dev libgtk-3-dev libssl-dev ca-certificates \
  fonts-noto-cjk xvfb xdotool webkit2gtk-driver dbus poppler-utils qpdf python3 default-jre-headless \
  libpdfbox2-java libfontbox2-java libcommons-logging-java libactivation-java libjaxb-api-java

.PHONY: run test endurance coverage check setup tools ui build demo

run: build
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  GONGHUI_ASSETS="$${GONGHUI_ASSETS:-$(CURDIR)/assets}" exec "$(BIN)/gonghui-desk"; \
	else \
	  echo "这台机器没有图形桌面，窗口打不开；下面不用窗口，把主要流程走一遍。"; \
	  $(MAKE) --no-print-directory demo; \
	fi

demo:
	@scripts/demo "$(BIN)/gonghui"

test: ui
	@scripts/test

endurance: setup
	@scripts/endurance

coverage:
	@scripts/coverage

check: ui
	@scripts/check

build: ui
	cargo build --locked -p gonghui-desk -p gonghui

ui: setup
	@npm --prefix ui run --silent build

setup: tools ui/node_modules/.package-lock.json

tools:
	@scripts/tools $(PACKAGES)

ui/node_modules/.package-lock.json: ui/package.json ui/package-lock.json | tools
	npm --prefix ui ci --no-audit --no-fund --loglevel=error
	@touch $@
