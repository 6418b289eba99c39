# tracee-collect; how to run it: docs/deployment.md. From the checkout's root:
#   docker build -f docker/collector.Dockerfile -t tracee-collect .
# BASE is what the image is made of: a pinned Debian, or a root of your own. BUILT is an image with /image in it, to build nothing here.
ARG BASE=debian:12.11-slim
ARG BUILT=build

FROM ${BASE} AS build
ENV DEBIAN_FRONTEND=noninteractive
RUN command -v npm >/dev/null \
 || { apt-get update && apt-get install -y --no-install-recommends ca-certificates nodejs npm; }
WORKDIR /src
COPY . .
# installs the compilers, which scripts/setup/system_packages.mjs names
RUN node scripts/image.mjs collector /image

FROM ${BUILT} AS built

FROM ${BASE}
RUN { command -v node && ldconfig -p | grep -q 'libelf\.so\.1'; } >/dev/null \
 || { apt-get update && apt-get install -y --no-install-recommends libelf1 nodejs && rm -rf /var/lib/apt/lists/*; }
# the FIFO's directory belongs to the group of the rules engine
RUN mkdir -p /run/tracee && chgrp 65532 /run/tracee && chmod 2770 /run/tracee
COPY --from=built /image /opt/tracee
# root without capabilities but those it is started with
USER 0:65532
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["test", "-e", "/tmp/ready"]
ENTRYPOINT ["/opt/tracee/packages/collector/bin/tracee-collect"]
CMD ["--policy", "/etc/tracee/policies", "--output", "frames=fifo:/run/tracee/events", "--ready-file", "/tmp/ready"]
