#!/bin/sh
# What a forge is to show of a proposal (a merge request): the findings at their lines, in French, and what the
# proposal does to the text in force.
#
#   tools/forge/proposal.sh github|gitlab TARGET OUT
#
# TARGET is the commit of the branch that the proposal would join. OUT receives
#   redline.html                  the redline of the text in force, a page
#   redline.docx                  the same as a Word file, with tracked changes
#   comment.md                    the same as a comment, with the findings
#   gl-code-quality-report.json   the findings as GitLab reads them; GitHub and Forgejo read them in the job's log
# PAGE, where set, is the address at which readers will find redline.html; CLAUSIER, the command to use.
# Exits as `clausier check` does on the proposal.
set -eu

forge=$1 target=$2 out=$3
clausier=${CLAUSIER:-.venv/bin/clausier}
mkdir -p "$out"
rm -f "$out/redline.html" "$out/redline.docx" "$out/comment.md" "$out/gl-code-quality-report.json"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

status=0
"$clausier" check --lang fr >"$scratch/findings.txt" 2>&1 || status=$?
cat "$scratch/findings.txt"
case $forge in
github) "$clausier" check --lang fr --format github || true ;;
gitlab) "$clausier" check --lang fr --format gitlab >"$out/gl-code-quality-report.json" || true ;;
*)
    echo "proposal.sh: github or gitlab, not $forge" >&2
    exit 2
    ;;
esac

# Against the commit that the proposal left, lest what the branch has gained since look like the proposal's undoing.
base=$(git merge-base HEAD "$target")
mkdir "$scratch/base"
git archive "$base" | tar -x -C "$scratch/base"

redline() {
    "$clausier" diff --lang fr --against "$scratch/base" --format "$1" 2>"$scratch/diff.txt"
}

{
    echo '<!-- clausier -->'
    if redline html >"$out/redline.html" && redline md >"$scratch/redline.md"; then
        # A forge cuts or refuses a comment beyond 65,536 characters.
        if [ "$(wc -c <"$scratch/redline.md")" -le 50000 ]; then
            cat "$scratch/redline.md"
        else
            head -n 1 "$scratch/redline.md"
            echo
            echo 'Les changements sont trop nombreux pour un commentaire : la page les montre tous.'
        fi
        if [ -n "${PAGE:-}" ]; then
            echo
            echo "[La même comparaison, en une page]($PAGE)"
        fi
        if "$clausier" export docx --lang fr --against "$scratch/base" --out "$out/redline.docx" >&2; then
            echo
            echo 'En Word, avec des modifications suivies : `redline.docx`, parmi les fichiers de cette vérification.'
        fi
    else
        rm -f "$out/redline.html"
        echo '## La proposition ne peut pas être comparée au texte en vigueur'
        echo
        echo '````text'
        head -c 10000 "$scratch/diff.txt"
        echo '````'
    fi
    echo
    echo "<details><summary>Vérifications : $(tail -n 1 "$scratch/findings.txt")</summary>"
    echo
    echo '````text'
    head -c 10000 "$scratch/findings.txt"
    echo '````'
    echo
    echo '</details>'
} >"$out/comment.md"

exit "$status"
