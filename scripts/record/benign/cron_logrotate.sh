# cron starts and waits, and logrotate takes the logs of the servers, as a job of cron runs it.
read -r go
set -e
cron >/tmp/cron.log 2>&1
sleep 20
/etc/cron.daily/logrotate >/tmp/logrotate.log 2>&1
logrotate -f /etc/logrotate.conf >/tmp/logrotate.log 2>&1
kill "$(cat /run/crond.pid)"
