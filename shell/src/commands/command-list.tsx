import { Icon, useText } from '@sonaqor/ui'
import { useId, type ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import { groupNames, type Command } from './command.ts'

export interface CommandGroup {
  /** None where the list is one, in the order of how well they fit. */
  readonly title?: string
  readonly commands: readonly Command[]
}

interface CommandListProps {
  readonly id: string
  readonly groups: readonly CommandGroup[]
  readonly active: Command | undefined
  readonly optionId: (command: Command) => string
  readonly onPoint: (command: Command) => void
  readonly onRun: (command: Command) => void
}

/** What the field above it leads through: the focus stays there, the list only shows where one is. */
export function CommandList({ id, groups, ...wiring }: CommandListProps) {
  const say = useText()
  return (
    // A select opens by itself and takes the focus, which has to stay in the field.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" aria-label={say(texts.commands)} className="sq-commands-list">
      {groups.map(({ title, commands }) => (
        <Group key={title ?? ''} title={title}>
          {commands.map((command) => (
            <Option key={command.id} command={command} inGroup={Boolean(title)} {...wiring} />
          ))}
        </Group>
      ))}
    </div>
  )
}

function Group({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  const id = useId()
  if (!title) return children
  return (
    // A set of commands is none of a form's fields.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="group" aria-labelledby={id} className="sq-commands-group">
      <p id={id} className="sq-commands-title">
        {title}
      </p>
      {children}
    </div>
  )
}

interface OptionProps extends Omit<CommandListProps, 'id' | 'groups'> {
  readonly command: Command
  /** Its group stands above it; elsewhere it is said in the row. */
  readonly inGroup: boolean
}

function Option({ command, inGroup, active, optionId, onPoint, onRun }: OptionProps) {
  const say = useText()
  const { title, detail, icon, group, keys } = command
  return (
    // The keyboard never comes here: the field hears it for the whole list.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={optionId(command)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of HTML holds plain words only
      role="option"
      tabIndex={-1}
      aria-selected={command === active}
      className="sq-command"
      onPointerMove={() => onPoint(command)}
      onClick={() => onRun(command)}
    >
      {icon ? <Icon name={icon} /> : <span className="sq-icon" />}
      <span className="sq-command-title">{title}</span>
      {detail && <span className="sq-command-detail">{detail}</span>}
      {!inGroup && <span className="sq-command-group">{say(groupNames[group])}</span>}
      {keys && <kbd aria-hidden="true">{keys}</kbd>}
    </div>
  )
}
