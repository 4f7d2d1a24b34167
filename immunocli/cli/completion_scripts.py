"""The scripts that make a shell ask `immuno` when TAB is pressed.

Each hands over the words as arguments and reads the answer line by line: no word that was typed,
and no line that comes back, is evaluated. What a shell does by itself before it asks, as the widget
`expand-or-complete` of zsh, is not ours to change: no key is bound here.
"""

BASH = r"""# Completion of immuno for bash. For this session: source <(immuno completion bash)
# For every one: put that line in ~/.bashrc, or write this text to
# ~/.local/share/bash-completion/completions/immuno
_immuno() {
    local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_LINE:0:COMP_POINT} ways='' line
    # The word is taken as far as the cursor.
    while [[ -n $cur && $before != *"$cur" ]]; do cur=${cur%?}; done
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $ways ]]; then ways=$line; else COMPREPLY+=("$line"); fi
    done < <(command immuno __complete bash "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$cur" 2>/dev/null)
    case " $ways " in
        *' files '*) compopt -o default 2>/dev/null ;;
        *' directories '*) compopt -o dirnames -o filenames 2>/dev/null ;;
        *' quote '*) compopt -o filenames 2>/dev/null ;;
    esac
    case " $ways " in *' nospace '*) compopt -o nospace 2>/dev/null ;; esac
}
complete -o nosort -F _immuno immuno 2>/dev/null || complete -F _immuno immuno
"""

ZSH = r"""#compdef immuno
# Completion of immuno for zsh. For this session: source <(immuno completion zsh)
# For every one: put that line in ~/.zshrc after compinit, or write this text to a file
# named _immuno in a directory of $fpath.
# Nothing that is typed is evaluated here. zsh's own TAB, the widget expand-or-complete, expands the
# word at the cursor before it asks any script, and so runs a $(...) in it, with any command; who does
# not want that binds the other widget: bindkey '^I' complete-word
_immuno() {
    local line ways='' name
    local -a names told shown how
    local -i width=0 place
    while IFS= read -r line; do
        if [[ -z $ways ]]; then ways=$line; continue; fi
        name=${line%%$'\t'*}
        names+=("$name") told+=("${${line#"$name"}#$'\t'}")
        (( $#name > width && $#name <= 40 )) && width=$#name
    done < <(command immuno __complete zsh "${(@)words[2,CURRENT-1]}" "$QIPREFIX$PREFIX" 2>/dev/null)
    case " $ways " in
        *' files '*) compset -P '--*='; _files; return ;;
        *' directories '*) compset -P '--*='; _files -/; return ;;
    esac
    (( $#names )) || return 1
    [[ " $ways " == *' nospace '* ]] && how+=(-S '')
    # Any letter case will do; a name found by another spelling replaces what was typed.
    if [[ " $ways " == *' other '* ]]; then
        how+=(-U)
    else
        how+=(-M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}')
    fi
    for (( place = 1; place <= $#names; place++ )); do
        name=$names[place]
        if [[ -n $told[place] ]]; then
            (( $#name < width )) && name=${(r:width:)name}
            name+="  -- $told[place]"
        fi
        shown+=("$name")
    done
    [[ -n "${(j::)told}" ]] && how+=(-l)
    compadd "${how[@]}" -V immuno -d shown -a names
}
if [[ $funcstack[1] == _immuno ]]; then
    _immuno "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -D -i }
    compdef _immuno immuno
fi
"""

FISH = r"""# Completion of immuno for fish. For this session: immuno completion fish | source
# For every one: immuno completion fish > ~/.config/fish/completions/immuno.fish
function __immuno_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l answer (command immuno __complete fish $words[2..-1] "$current" 2>/dev/null)
    set -l prefix (string match -r -- '^--[^=]*=' "$current")
    set -l value (string replace -r -- '^--[^=]*=' '' "$current")
    switch " $answer[1] "
        case '* files *'
            printf '%s\n' "$prefix"(__fish_complete_path "$value")
        case '* directories *'
            printf '%s\n' "$prefix"(__fish_complete_directories "$value")
        case '*'
            printf '%s\n' $answer[2..-1]
    end
end
complete -c immuno -e
complete -c immuno -f -k -a '(__immuno_complete)'
"""

POWERSHELL = r"""# Completion of immuno for PowerShell. For this session:
#   immuno completion powershell | Out-String | Invoke-Expression
# For every one: put that line in the file that $PROFILE names.
Register-ArgumentCompleter -Native -CommandName immuno -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($null -ne $_.Value) { [string]$_.Value } else { $_.Extent.Text } })
    $begun = $wordToComplete.Trim("'", '"')
    # An empty argument is lost on the way to a program in older versions: a lone quote stands for it.
    if ($begun -eq '') { $begun = "'" }
    $program = (Get-Command immuno -CommandType Application)[0]
    $answer = @(& $program __complete powershell @words $begun 2>$null)
    $answer | Select-Object -Skip 1 | ForEach-Object {
        $name, $about = $_ -split "`t", 2
        if (-not $about) { $about = $name }
        $typed = $name
        if ($name -notmatch '^[\w.,=+:%/-]+$') {
            # Four more signs end a text in quotes there.
            $typed = "'" + ($name -replace "['\u2018-\u201b]", '$0$0') + "'"
        }
        [System.Management.Automation.CompletionResult]::new($typed, $name, 'ParameterValue', $about)
    }
}
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
# Where a shell looks for the script of an installed program, below the prefix.
PLACES = {
    "bash": "share/bash-completion/completions/immuno",
    "zsh": "share/zsh/site-functions/_immuno",
    "fish": "share/fish/vendor_completions.d/immuno.fish",
    "powershell": "share/immuno/immuno.ps1",
}
