# nginx and Redis under a small load; both are stopped as their service files do it.
read -r go
set -e
nginx >/tmp/nginx.log 2>&1
redis-server /etc/redis/redis.conf >/tmp/redis.log 2>&1
for i in $(seq 1 50); do wget -q -O /dev/null http://127.0.0.1/; done
until redis-cli ping >/tmp/redis-cli.log 2>&1; do sleep 1; done
redis-benchmark -q -n 200 -c 5 -t set,get >/tmp/benchmark.log 2>&1
redis-cli save >/tmp/redis-cli.log 2>&1
nginx -s quit >/tmp/nginx.log 2>&1
redis-cli shutdown >/tmp/redis-cli.log 2>&1 || true
