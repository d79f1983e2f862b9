#!/bin/sh
# Build deploy/Containerfile, unchanged, where no registry of images and no container engine is at hand: as root, with
# buildah and debootstrap. The base is Debian's own Python under the name the Containerfile asks for.
#   sh deploy/build_image.sh FOLDER MIRROR     FOLDER keeps the images, MIRROR is one of Debian's; then:
#   buildah --root FOLDER/store --runroot FOLDER/run --storage-driver vfs from klarsjekk
set -eu
folder=$1
mirror=$2
suite=${SUITE:-bookworm}
base=docker.io/library/$(sed -n 's/^FROM //p' "$(dirname "$0")/Containerfile")
with() { buildah --root "$folder/store" --runroot "$folder/run" --storage-driver vfs "$@"; }

mkdir -p "$folder"
if ! with images --quiet "$base" >/dev/null 2>&1; then
    debootstrap --variant=minbase --include=python3,python3-pip,python-is-python3,ca-certificates "$suite" "$folder/base" "$mirror"
    tar -C "$folder/base" -cf "$folder/base.tar" .
    rm -r "$folder/base"
    # Debian's Python asks for a word before pip may install beside it; the image of the Containerfile does not.
    printf 'FROM scratch\nADD base.tar /\nENV PIP_BREAK_SYSTEM_PACKAGES=1\n' >"$folder/Base"
    with bud --isolation chroot --quiet --file "$folder/Base" --tag "$base" "$folder"
    rm "$folder/base.tar"
fi
# Certificates that this machine trusts: an index may be reached through one of its own.
with bud --isolation chroot --pull-never --volume /etc/ssl/certs:/etc/ssl/certs:ro \
    --file "$(dirname "$0")/Containerfile" --tag klarsjekk "$(dirname "$0")/.."
