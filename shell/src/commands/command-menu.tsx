import { withoutSecrets } from '@sonaqor/contract/key-format'
import { adopt, Dialog, Input, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import * as texts from '../texts/en.ts'
import { CommandList, type CommandGroup } from './command-list.tsx'
import sheet from './command-menu.css'
import { groupNames, type Command } from './command.ts'
import type { FindThings } from './find-things.ts'
import { ranked } from './ranking.ts'
import { useFound } from './use-found.ts'

adopt(sheet)

export interface CommandMenuProps {
  readonly commands: readonly Command[]
  /** The ids of what was done lately, the last first. */
  readonly recent: readonly string[]
  /** Finds what has a name of its own. */
  readonly find?: FindThings | undefined
  readonly onRun: (command: Command) => void
  readonly onClose: () => void
}

/** Everything that can be done from anywhere, found by a few letters of its name. */
export function CommandMenu({ commands, recent, find, onRun, onClose }: CommandMenuProps) {
  const say = useText()
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, moveTo] = useState(0)
  // Fixed for as long as the menu is open, or whatever is drawn around it would ask again.
  const [finder] = useState(() => find)
  const things = useFound(finder, query)
  const groups =
    query.trim() === ''
      ? inGroups(commands, recent, say)
      : found(commands, query, recent, things.commands)
  const shown = groups.flatMap((group) => group.commands)
  const active = shown[at]
  const optionId = (command: Command) => `${id}-${command.id}`
  const activeId = active && optionId(active)

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const search = (text: string) => {
    setQuery(withoutSecrets(text))
    moveTo(0)
  }

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key !== 'Enter' && step === undefined) return
    event.preventDefault()
    if (step !== undefined) moveTo((at + step + shown.length) % Math.max(shown.length, 1))
    else if (active) onRun(active)
  }

  return (
    <Dialog title={say(texts.commandMenu)} onClose={onClose}>
      <div className="sq-commands">
        <Input
          type="text"
          // A datalist neither ranks nor groups, and looks as each browser likes.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-label={say(texts.searchCommands)}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          placeholder={say(texts.searchCommandsShort)}
          value={query}
          onChange={search}
          onKeyDown={press}
        />
        <output className="sq-unseen">
          {things.state === 'failed'
            ? say(texts.thingsNotFound)
            : say(texts.commandsFound, { count: shown.length })}
        </output>
        <CommandList
          id={`${id}-list`}
          groups={groups}
          active={active}
          optionId={optionId}
          onPoint={(command) => moveTo(shown.indexOf(command))}
          onRun={onRun}
        />
        {things.state === 'failed' && (
          <p className="sq-commands-none">{say(texts.thingsNotFound)}</p>
        )}
        {shown.length === 0 && things.state === 'idle' && (
          <p className="sq-commands-none">{say(texts.noCommand, { query: query.trim() })}</p>
        )}
      </div>
    </Dialog>
  )
}

function found(
  commands: readonly Command[],
  query: string,
  recent: readonly string[],
  things: readonly Command[],
): readonly CommandGroup[] {
  // They come later than the others, and after them, so that nothing moves under the hand.
  const fitting = [...ranked(commands, query, recent), ...things]
  return fitting.length > 0 ? [{ commands: fitting }] : []
}

/** There may be hundreds; those beyond are found by their names. */
const mostProjects = 6

/** What was done lately stands first, and not a second time below. */
function inGroups(
  commands: readonly Command[],
  recent: readonly string[],
  say: Say,
): readonly CommandGroup[] {
  const lately = recent.flatMap((id) => commands.find((command) => command.id === id) ?? [])
  const others = Map.groupBy(
    commands.filter((command) => !lately.includes(command)),
    ({ group }) => group,
  )
  const groups = [...others].map(([group, members]) => ({
    title: say(groupNames[group]),
    commands: group === 'projects' ? members.slice(0, mostProjects) : members,
  }))
  return lately.length > 0
    ? [{ title: say(texts.recentCommands), commands: lately }, ...groups]
    : groups
}
