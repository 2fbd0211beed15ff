import {
  designTokens,
  tokenGroups,
  type TokenGroupName,
  type TokenName,
} from '@sonaqor/embed/appearance'
import { Empty, Field, Input, SegmentedControl, Select, useText } from '@sonaqor/ui'
import type { ChosenLook, Layer } from './chosen-look.ts'
import type { Contrast } from './contrast.ts'
import * as texts from './texts/en.ts'
import type { AsBuilt } from './as-built.ts'
import { TokenRows } from './token-rows.tsx'
import { useMeanings } from './use-meanings.ts'

/** What of the list is in view. */
export interface InView {
  readonly group: TokenGroupName
  readonly search: string
  readonly layer: Layer
}

interface TokenPanelProps {
  readonly look: ChosenLook
  readonly view: InView
  readonly contrasts: readonly Contrast[]
  readonly asBuilt: AsBuilt
  readonly onView: (part: Partial<InView>) => void
  readonly onChange: (name: TokenName, value: string) => void
}

const groups = Object.keys(tokenGroups) as readonly TokenGroupName[]
const all = Object.keys(designTokens) as readonly TokenName[]

export const namesIn = (group: TokenGroupName) =>
  Object.keys(tokenGroups[group]) as readonly TokenName[]

const titles = {
  colours: texts.groupColours,
  status: texts.groupStatus,
  type: texts.groupType,
  shape: texts.groupShape,
  buttons: texts.groupButtons,
  links: texts.groupLinks,
  badges: texts.groupBadges,
  tabs: texts.groupTabs,
  forms: texts.groupForms,
  tables: texts.groupTables,
  charts: texts.groupCharts,
  overlays: texts.groupOverlays,
  notices: texts.groupNotices,
} as const satisfies Record<TokenGroupName, unknown>

/** All tokens, a group at a time or those that a search finds, in the light or in the dark. */
export function TokenPanel({ look, view, contrasts, asBuilt, onView, onChange }: TokenPanelProps) {
  const say = useText()
  const meaningOf = useMeanings()
  const { group, search, layer } = view
  const sought = search.trim().toLowerCase()
  const names = sought
    ? all.filter((name) => `${name} ${meaningOf(name)}`.toLowerCase().includes(sought))
    : namesIn(group)
  const labelOf = (name: TokenGroupName) => {
    const own = namesIn(name).filter((token) => look[layer][token] !== undefined).length
    return own === 0
      ? say(titles[name])
      : say(texts.groupWithOwn, { group: say(titles[name]), own })
  }
  return (
    <section className="sq-appear-panel" aria-label={say(texts.tokens)}>
      <SegmentedControl
        label={say(texts.layer)}
        segments={[
          { value: 'tokens', label: say(texts.layerLight) },
          { value: 'dark', label: say(texts.layerDark) },
        ]}
        value={layer}
        onChange={(next) => onView({ layer: next })}
      />
      {layer === 'dark' && <p className="sq-appear-quiet">{say(texts.darkHint)}</p>}
      <Field label={say(texts.findToken)}>
        <Input
          type="search"
          value={search}
          onChange={(next) => onView({ search: next })}
          placeholder={say(texts.findPlaceholder)}
        />
      </Field>
      {!sought && (
        <Field label={say(texts.group)}>
          <Select
            options={groups.map((name) => ({ value: name, label: labelOf(name) }))}
            value={group}
            onChange={(next) => onView({ group: next })}
          />
        </Field>
      )}
      {names.length === 0 ? (
        <Empty title={say(texts.noToken)}>{say(texts.noTokenDetail)}</Empty>
      ) : (
        <TokenRows
          names={names.slice(0, 60)}
          look={look}
          layer={layer}
          contrasts={contrasts}
          asBuilt={asBuilt}
          onChange={onChange}
        />
      )}
    </section>
  )
}
