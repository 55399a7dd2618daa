# Completion of waypost for bash. All it knows is how to ask: what can be completed changes with the
# program and with the plans. What comes back is put in and never run.
_waypost() {
  local run=("$1") line="${COMP_LINE:0:COMP_POINT}" words word about current before=''
  # Where there is no such command, it is the one that is installed beside the plans.
  case "$(type -t "$1")" in
    file | function) ;;
    *) run=(npx --no waypost) ;;
  esac
  read -ra words <<<"$line"
  [[ $line == *[[:blank:]] ]] && words+=('')
  current="${words[${#words[@]} - 1]}"
  # Bash puts in only what stands behind the last equals sign.
  [[ $COMP_WORDBREAKS == *=* ]] && before="${current%"${current##*=}"}"
  COMPREPLY=()
  while IFS=$'\t' read -r word about; do
    case "$word" in
      '') ;;
      :files) compopt -o default 2>/dev/null ;;
      *) COMPREPLY+=("${word#"$before"}") ;;
    esac
  done < <("${run[@]}" complete -- "${words[@]:1}" 2>/dev/null </dev/null)
}
complete -F _waypost waypost
