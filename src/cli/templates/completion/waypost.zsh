#compdef waypost
# Completion of waypost for zsh. All it knows is how to ask: what can be completed changes with the
# program and with the plans. What comes back is put in and never run.
_waypost() {
  local -a run before found shown
  local line word files failed=1
  run=("${(Q)words[1]}")
  # Where there is no such command, it is the one that is installed beside the plans.
  whence -- "$run[1]" >/dev/null && [[ "$(whence -w -- "$run[1]")" != *alias ]] || run=(npx --no waypost)
  (( CURRENT > 2 )) && before=("${(@Q)words[2,CURRENT-1]}")
  for line in "${(@f)$("${run[@]}" complete -- "${before[@]}" "${(Q)PREFIX}" 2>/dev/null </dev/null)}"; do
    word="${line%%$'\t'*}"
    case "$word" in
      '') ;;
      :files) files=1 ;;
      *) found+=("$word") shown+=("${line/$'\t'/  }") ;;
    esac
  done
  (( $#found )) && compadd -l -d shown -a found && failed=0
  [[ -n "$files" ]] && _files && failed=0
  return failed
}
if [[ "$funcstack[1]" == _waypost ]]; then
  _waypost "$@"
else
  compdef _waypost waypost
fi
