# tracee-rules; how to run it: docs/deployment.md. From the checkout's root:
#   docker build -f docker/rules.Dockerfile -t tracee-rules .
# BASE is what the image is made of: a pinned Debian, or a root of your own. BUILT is an image with /image in it, to build nothing here.
ARG BASE=debian:12.11-slim
ARG BUILT=build

FROM ${BASE} AS build
ENV DEBIAN_FRONTEND=noninteractive
RUN command -v npm >/dev/null \
 || { apt-get update && apt-get install -y --no-install-recommends ca-certificates nodejs npm; }
WORKDIR /src
COPY . .
RUN node scripts/image.mjs rules-engine /image

FROM ${BUILT} AS built

FROM ${BASE}
RUN command -v node >/dev/null \
 || { apt-get update && apt-get install -y --no-install-recommends nodejs && rm -rf /var/lib/apt/lists/*; }
# the FIFO's directory belongs to the group of the rules engine
RUN mkdir -p /run/tracee && chgrp 65532 /run/tracee && chmod 2770 /run/tracee
COPY --from=built /image /opt/tracee
USER 65532:65532
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:3367/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/opt/tracee/packages/rules-engine/bin/tracee-rules"]
CMD ["--input", "/run/tracee/events", "--output", "json", "--healthz"]
