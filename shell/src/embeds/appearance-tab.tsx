import { tokenGroups, type TokenGroupName, type TokenName } from '@sonaqor/embed/appearance'
import { DraftNotice, useViewState } from '@sonaqor/module'
import { adopt, useText } from '@sonaqor/ui'
import { useState } from 'react'
import sheet from './appearance/appearance.css'
import { BringDialog } from './appearance/bring-dialog.tsx'
import { withToken } from './appearance/chosen-look.ts'
import { ContrastReport } from './appearance/contrast-report.tsx'
import type { AsBuilt } from './appearance/as-built.ts'
import type { Contrast } from './appearance/contrast.ts'
import { LookBar } from './appearance/look-bar.tsx'
import { LookPreview, type Measure } from './appearance/look-preview.tsx'
import { TakeDialog } from './appearance/take-dialog.tsx'
import { namesIn, TokenPanel, type InView } from './appearance/token-panel.tsx'
import * as texts from './appearance/texts/en.ts'
import { useChosenLook } from './appearance/use-chosen-look.ts'
import { EmbedTab } from './embed-tab.tsx'

adopt(sheet)

const isGroup = (name: string): name is TokenGroupName => Object.hasOwn(tokenGroups, name)

const groupOf = (token: TokenName): TokenGroupName =>
  Object.keys(tokenGroups)
    .filter(isGroup)
    .find((group) => namesIn(group).includes(token)) ?? 'colours'

const nothingMeasured: { readonly contrasts: readonly Contrast[]; readonly asBuilt: AsBuilt } = {
  contrasts: [],
  asBuilt: {},
}

/** How an embed looks, tried out and taken away as a configuration. */
export function AppearanceTab() {
  const say = useText()
  const chosen = useChosenLook()
  const { look, change, draft } = chosen
  const [{ group, layer }, view] = useViewState({ group: 'colours', layer: 'light' })
  const [search, setSearch] = useState('')
  const [measured, measure] = useState(nothingMeasured)
  const { contrasts } = measured
  const [onMeasured] = useState(
    (): Measure => (now, asBuilt) => measure({ contrasts: now, asBuilt }),
  )
  const [dialog, show] = useState<'bring' | 'take'>()
  const inView: InView = {
    group: isGroup(group) ? group : 'colours',
    layer: layer === 'dark' ? 'dark' : 'tokens',
    search,
  }

  function see(part: Partial<InView>) {
    if (part.search !== undefined) setSearch(part.search)
    if (part.group) view({ group: part.group })
    if (part.layer) view({ layer: part.layer === 'dark' ? 'dark' : 'light' })
  }

  return (
    <EmbedTab
      purpose={say(texts.purpose)}
      bar={
        <LookBar
          chosen={chosen}
          onPut={change}
          onBring={() => show('bring')}
          onTake={() => show('take')}
        />
      }
    >
      <DraftNotice draft={draft} />
      <ContrastReport
        contrasts={contrasts}
        onFind={(token) => see({ group: groupOf(token), search: '' })}
      />
      <div className="sq-appear-sides">
        <TokenPanel
          look={look}
          view={inView}
          contrasts={contrasts}
          asBuilt={measured.asBuilt}
          onView={see}
          onChange={(name, value) =>
            change(withToken(look, inView.layer, name, value), `${inView.layer} ${name}`)
          }
        />
        <LookPreview look={look} layer={inView.layer} onMeasured={onMeasured} />
      </div>
      {dialog === 'bring' && <BringDialog onBring={change} onClose={() => show(undefined)} />}
      {dialog === 'take' && <TakeDialog look={look} onClose={() => show(undefined)} />}
    </EmbedTab>
  )
}
