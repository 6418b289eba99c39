// SPDX-License-Identifier: Apache-2.0

// gob WORK FILE: encodes, decodes, or decodes and matches the events of a file of JSON lines with Go's own gob for a second, in one
// stream as a Go collector would write it, and prints what that cost as the benches in TypeScript do.
// gob write FILE EVENTS: writes that many to standard output. gob read: matches what comes on standard input, until its end.
package main

import (
	"bufio"
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

type Argument struct {
	Name  string      `json:"name"`
	Type  string      `json:"type"`
	Value interface{} `json:"value"`
}

type ContextFlags struct {
	ContainerStarted bool `json:"containerStarted"`
	IsCompat         bool `json:"isCompat"`
}

type File struct {
	Path string `json:"path"`
}

// Event has the fields of the JSON object, in the types of the kernel.
type Event struct {
	Timestamp           int          `json:"timestamp"`
	ThreadStartTime     int          `json:"threadStartTime"`
	ProcessorID         int          `json:"processorId"`
	ProcessID           int          `json:"processId"`
	CgroupID            uint         `json:"cgroupId"`
	ThreadID            int          `json:"threadId"`
	ParentProcessID     int          `json:"parentProcessId"`
	HostProcessID       int          `json:"hostProcessId"`
	HostThreadID        int          `json:"hostThreadId"`
	HostParentProcessID int          `json:"hostParentProcessId"`
	UserID              int          `json:"userId"`
	MountNS             int          `json:"mountNamespace"`
	PIDNS               int          `json:"pidNamespace"`
	ProcessName         string       `json:"processName"`
	HostName            string       `json:"hostName"`
	ContainerID         string       `json:"containerId"`
	ContainerImage      string       `json:"containerImage"`
	ContainerName       string       `json:"containerName"`
	PodName             string       `json:"podName"`
	PodNamespace        string       `json:"podNamespace"`
	PodUID              string       `json:"podUID"`
	EventID             string       `json:"eventId"`
	EventName           string       `json:"eventName"`
	ArgsNum             int          `json:"argsNum"`
	ReturnValue         int          `json:"returnValue"`
	Syscall             string       `json:"syscall"`
	StackAddresses      []uint64     `json:"stackAddresses"`
	ContextFlags        ContextFlags `json:"contextFlags"`
	ThreadEntityID      uint32       `json:"threadEntityId"`
	ProcessEntityID     uint32       `json:"processEntityId"`
	ParentEntityID      uint32       `json:"parentEntityId"`
	Executable          File         `json:"executable"`
	MatchedPolicies     []string     `json:"matchedPolicies"`
	Args                []Argument   `json:"args"`
}

// typed turns what JSON knows into what the kernel means: the type that a Go collector would have put there.
func typed(a Argument) interface{} {
	number, isNumber := a.Value.(float64)
	switch {
	case a.Value == nil && a.Type == "[]string":
		return []string(nil)
	case a.Value == nil:
		return ""
	case isNumber && a.Type == "int32":
		return int32(number)
	case isNumber && a.Type == "uint32":
		return uint32(number)
	case isNumber && a.Type == "uint16":
		return uint16(number)
	case isNumber && a.Type == "int64":
		return int64(number)
	case isNumber:
		return uint64(number)
	case a.Type == "[]string":
		list := []string{}
		for _, text := range a.Value.([]interface{}) {
			list = append(list, text.(string))
		}
		return list
	}
	return a.Value
}

func readEvents(path string) []Event {
	file, err := os.Open(path)
	check(err)
	defer file.Close()
	events := []Event{}
	decoder := json.NewDecoder(bufio.NewReader(file))
	for {
		var event Event
		err := decoder.Decode(&event)
		if err == io.EOF {
			return events
		}
		check(err)
		for i := range event.Args {
			event.Args[i].Value = typed(event.Args[i])
		}
		events = append(events, event)
	}
}

func arg(event *Event, name string) interface{} {
	for i := range event.Args {
		if event.Args[i].Name == name {
			return event.Args[i].Value
		}
	}
	return nil
}

// suspicious is what bench/events/plain.ts asks.
func suspicious(event *Event) bool {
	switch event.EventName {
	case "openat":
		flags, _ := arg(event, "flags").(int32)
		path, _ := arg(event, "pathname").(string)
		return path == "/etc/shadow" || flags&3 == 3
	case "ptrace":
		request, _ := arg(event, "request").(int64)
		return request == 0 || request == 4
	case "sched_process_exec":
		path, _ := arg(event, "pathname").(string)
		comm, _ := arg(event, "prev_comm").(string)
		return strings.HasPrefix(path, "memfd:") || comm == "nginx"
	}
	return false
}

func cpu() int64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func peakMegabytes() int {
	status, err := os.ReadFile("/proc/self/status")
	check(err)
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmHWM:") {
			kilobytes, err := strconv.Atoi(strings.Fields(line)[1])
			check(err)
			return kilobytes / 1024
		}
	}
	return 0
}

func encodeAll(events []Event, into io.Writer) {
	encoder := gob.NewEncoder(into)
	for i := range events {
		check(encoder.Encode(&events[i]))
	}
}

// decodeAll reads to the end of the stream; how many events, and how many of them look suspicious when they are looked at.
func decodeAll(from io.Reader, look bool) (count, found int) {
	decoder := gob.NewDecoder(from)
	for ; ; count++ {
		var event Event
		err := decoder.Decode(&event)
		if err == io.EOF {
			return count, found
		}
		check(err)
		if look && suspicious(&event) {
			found++
		}
	}
}

func measure(work string, events []Event) {
	var encoded bytes.Buffer
	encodeAll(events, &encoded)
	pass := func() {
		if work == "encode" {
			encoded.Reset()
			encodeAll(events, &encoded)
			return
		}
		count, found := decodeAll(bytes.NewReader(encoded.Bytes()), work == "match")
		if count != len(events) || found != 0 {
			check(fmt.Errorf("gob: %d of %d events, %d found where nothing is", count, len(events), found))
		}
	}
	pass()
	passes, began, spent := 0, time.Now(), cpu()
	for ; time.Since(began) < time.Second; passes++ {
		pass()
	}
	lasted, total := time.Since(began), float64(passes*len(events))
	print(float64(cpu()-spent)/total, total/lasted.Seconds(), encoded.Len()/len(events))
}

func print(nanoseconds, rate float64, bytes int) {
	check(json.NewEncoder(os.Stdout).Encode(map[string]interface{}{
		"ns an event":    math.Round(nanoseconds*10) / 10,
		"events/s":       math.Round(rate),
		"bytes an event": bytes,
		"RSS MB":         peakMegabytes(),
	}))
}

func write(events []Event, total int) {
	out := bufio.NewWriterSize(os.Stdout, 64<<10)
	encoder := gob.NewEncoder(out)
	for i := 0; i < total; i++ {
		check(encoder.Encode(&events[i%len(events)]))
	}
	check(out.Flush())
	fmt.Fprintf(os.Stderr, "{\"cpu\":%d,\"RSS MB\":%d}\n", cpu(), peakMegabytes())
}

func read() {
	count, found := decodeAll(bufio.NewReaderSize(os.Stdin, 64<<10), true)
	fmt.Printf("{\"events\":%d,\"found\":%d,\"cpu\":%d,\"RSS MB\":%d}\n", count, found, cpu(), peakMegabytes())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func main() {
	for _, value := range []interface{}{int32(0), uint16(0), uint32(0), int64(0), uint64(0), "", false, []string{}} {
		gob.Register(value)
	}
	switch work := os.Args[1]; work {
	case "write":
		total, err := strconv.Atoi(os.Args[3])
		check(err)
		write(readEvents(os.Args[2]), total)
	case "read":
		read()
	default:
		measure(work, readEvents(os.Args[2]))
	}
}
