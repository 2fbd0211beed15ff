import { adopt, Dialog, Switch, useText } from '@sonaqor/ui'
import { useEffect, useRef } from 'react'
import * as texts from '../texts/en.ts'
import sheet from './shortcut-help.css'
import type { ShortcutGroup } from './shortcut-groups.ts'
import { written } from './shortcut.ts'

adopt(sheet)

export interface ShortcutHelpProps {
  readonly groups: readonly ShortcutGroup[]
  /** Whether keys do something without Ctrl or ⌘. */
  readonly single: boolean
  readonly onSingle: (single: boolean) => void
  readonly onClose: () => void
}

/** Which keys do what. Speech input and unsteady hands press keys unawares, so they can be switched off. */
export function ShortcutHelp({ groups, single, onSingle, onClose }: ShortcutHelpProps) {
  const say = useText()
  const top = useRef<HTMLDivElement>(null)
  // What can be pressed stands at the end, where nobody begins to read.
  useEffect(() => {
    top.current?.focus()
    top.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <Dialog title={say(texts.shortcuts)} onClose={onClose}>
      <div ref={top} className="sq-unseen" tabIndex={-1} />
      <table className="sq-shortcuts">
        <thead className="sq-unseen">
          <tr>
            <th scope="col">{say(texts.shortcutDoes)}</th>
            <th scope="col">{say(texts.shortcutKeys)}</th>
          </tr>
        </thead>
        {groups.map(({ title, shortcuts }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={2} className="sq-shortcuts-title">
                {title}
              </th>
            </tr>
            {shortcuts.map((shortcut) => (
              <tr key={shortcut.keys} data-off={(!single && shortcut.canBeOff) || undefined}>
                <th scope="row">{shortcut.title}</th>
                <td>
                  <Keys of={shortcut.keys} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <Switch
        label={say(texts.singleKeys)}
        hint={say(texts.singleKeysHint)}
        on={single}
        onChange={onSingle}
      />
    </Dialog>
  )
}

function Keys({ of: keys }: { readonly of: string }) {
  const say = useText()
  const joined = keys.includes(' ') ? ` ${say(texts.thenKey)} ` : ' '
  return written(keys, say)
    .split(' ')
    .map((key, index) => (
      <span key={key}>
        {index > 0 && joined}
        <kbd>{key}</kbd>
      </span>
    ))
}
