module tool
go 1.26.8
require github.com/docker/buildx v0.38.2
