# Completion of waypost for fish. All it knows is how to ask: what can be completed changes with the
# program and with the plans. What comes back is put in and never run.
function __waypost_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l run $words[1]
    # Where there is no such command, it is the one that is installed beside the plans.
    type -q $run; or set run npx --no waypost
    for line in ($run complete -- $words[2..-1] "$current" 2>/dev/null </dev/null)
        switch $line
            case ':files'
                __fish_complete_path "$current"
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c waypost -f -a '(__waypost_complete)'
