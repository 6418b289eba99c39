# Builds a program of three files with make, runs it, and installs it.
read -r go
set -e
mkdir -p /root/project && cd /root/project
for part in one two; do printf '#include <stdio.h>\nvoid %s(void) { puts("%s"); }\n' $part $part > $part.c; done
printf 'void one(void);\nvoid two(void);\nint main(void) { one(); two(); return 0; }\n' > main.c
printf 'CC = gcc\nCFLAGS = -O1 -g\nprogram: main.o one.o two.o\n\tgcc -o $@ $^\ninstall: program\n\tstrip program\n\tinstall -m 755 program /usr/local/bin/program\n' > Makefile
make >make.log 2>&1
./program >program.log
make install >install.log 2>&1
/usr/local/bin/program >program.log
