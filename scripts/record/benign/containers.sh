# A container is made, started, looked into, stopped and deleted.
read -r go
set -e
mkdir -p /root/bundle/rootfs/bin /root/bundle/rootfs/proc /root/bundle/rootfs/dev /root/bundle/rootfs/sys /root/bundle/rootfs/etc
cp /bin/busybox /root/bundle/rootfs/bin/busybox
ln -sf busybox /root/bundle/rootfs/bin/sh
cd /root/bundle
rm -f config.json
runc spec
sed -i 's/"terminal": true/"terminal": false/; s|^\(\t*\)"sh"$|\1"/bin/sh", "-c", "busybox cat /etc/hostname; busybox ls -l /; exec busybox sleep 300"|' config.json
echo box > rootfs/etc/hostname
id=$(printf '%064d' 7)
runc run --detach "$id" >/tmp/container.log 2>&1 </dev/null || { cat /tmp/container.log >&2; exit 1; }
sleep 3
runc exec "$id" /bin/busybox ps >/tmp/ps.log 2>&1
runc list >/tmp/list.log 2>&1
runc kill "$id" KILL >/tmp/kill.log 2>&1
sleep 2
runc delete "$id" >/tmp/delete.log 2>&1
