#!/bin/sh
# A program that cannot start, as after an update of node.
exit 1
