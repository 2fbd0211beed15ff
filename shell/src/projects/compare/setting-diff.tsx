import type { AppComparison, SettingName } from '@sonaqor/contract/apps'
import { adopt, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import sheet from './setting-diff.css'
import * as texts from '../texts/en.ts'

adopt(sheet)

export const settingTitles: Readonly<Record<SettingName, Text>> = {
  name: texts.name,
  origins: texts.origins,
  ipAllowlist: texts.allowlist,
}

export const settingNames = Object.keys(settingTitles) as readonly SettingName[]

type Value = AppComparison['differences'][number]['a']

interface SettingValueProps {
  readonly value: Value
  /** What stands on the other side; lines that only one side has are marked. */
  readonly other: Value
  /** What a line means that the other side lacks. */
  readonly mark: 'added' | 'removed'
}

/** One side of a setting: a text, or its lines. */
export function SettingValue({ value, other, mark }: SettingValueProps) {
  const say = useText()
  const lines = linesIn(value)
  const others = new Set(linesIn(other))
  if (lines.length === 0) return <span className="sq-diff-none">{say(texts.nothingInIt)}</span>
  return (
    <ul className="sq-diff-lines">
      {lines.map((line) => {
        const isAlone = !others.has(line)
        return (
          <li key={line} data-mark={isAlone ? mark : undefined}>
            <span className="sq-diff-sign" aria-hidden="true">
              {isAlone && signs[mark]}
            </span>
            <code>{line}</code>
            {isAlone && <span className="sq-unseen"> {say(words[mark])}</span>}
          </li>
        )
      })}
    </ul>
  )
}

const signs = { added: '+', removed: '−' } as const
const words = { added: texts.onlyHere, removed: texts.goesAway } as const

const linesIn = (value: Value): readonly string[] =>
  typeof value === 'string' ? [value] : value.toSorted()
