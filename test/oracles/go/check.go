// Checks what our ledger made with golang.org/x/mod: an implementation that shares nothing with ours.
// Reads JSON from standard input, prints "ok" or the first fault. See ledger-go.test.ts.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type record struct {
	Index int64    `json:"index"`
	Entry string   `json:"entry"`
	Proof []string `json:"proof"`
}

type growth struct {
	From  int64    `json:"from"`
	Root  string   `json:"root"`
	Proof []string `json:"proof"`
}

type input struct {
	Vkey       string   `json:"vkey"`
	Checkpoint string   `json:"checkpoint"`
	Records    []record `json:"records"`
	Growths    []growth `json:"growths"`
}

func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func hashOf(text string) tlog.Hash {
	var hash tlog.Hash
	bytes, err := base64.StdEncoding.DecodeString(text)
	must(err)
	copy(hash[:], bytes)
	return hash
}

func hashesOf(texts []string) []tlog.Hash {
	hashes := []tlog.Hash{}
	for _, text := range texts {
		hashes = append(hashes, hashOf(text))
	}
	return hashes
}

func main() {
	var in input
	must(json.NewDecoder(os.Stdin).Decode(&in))
	verifier, err := note.NewVerifier(in.Vkey)
	must(err)
	opened, err := note.Open([]byte(in.Checkpoint), note.VerifierList(verifier))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root := hashOf(lines[2])
	for _, one := range in.Records {
		leaf := tlog.RecordHash([]byte(one.Entry))
		must(tlog.CheckRecord(hashesOf(one.Proof), size, root, one.Index, leaf))
	}
	for _, one := range in.Growths {
		must(tlog.CheckTree(hashesOf(one.Proof), size, root, one.From, hashOf(one.Root)))
	}
	fmt.Println("ok", len(in.Records), len(in.Growths))
}
