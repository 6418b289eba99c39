# Installs servers and cron from a repository.
read -r go
export DEBIAN_FRONTEND=noninteractive
exec >/tmp/apt_install.log 2>&1
apt-get -q update && apt-get -q -y --no-install-recommends install nginx-light redis-server redis-tools cron logrotate ||
  { cat /tmp/apt_install.log >&2; exit 1; }
