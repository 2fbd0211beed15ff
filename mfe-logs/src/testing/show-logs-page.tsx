import type { LogDetail, LogEntry, LogFacets, LogHistogram } from '@sonaqor/contract/logs'
import type { ModuleContext } from '@sonaqor/module'
import { fakeModule, type FakeModule, type FakeModuleOptions } from '@sonaqor/module/testing'
import { Surface } from '@sonaqor/ui'
import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import LogsPage from '../logs/logs-page.tsx'

export type Search = ModuleContext['api']['logs']['search']
export type Show = ModuleContext['api']['logs']['show']

interface World {
  readonly entries: readonly LogEntry[]
  /** One of them in full. */
  readonly detailOf: (entry: LogEntry | undefined) => LogDetail
  /** What is told of all of them; it is still being counted unless said. */
  readonly histogram?: LogHistogram
  readonly facets?: LogFacets
}

/** The page as a host shows it to somebody who may read logs alone, with some requests. */
export function pageOver({ entries, detailOf, histogram, facets }: World) {
  return (options: FakeModuleOptions = {}) => {
    const given: FakeModuleOptions = {
      scopes: ['logs:read'],
      ...options,
      api: {
        ...options.api,
        logs: {
          search: () => Promise.resolve({ data: [...entries], page: { next: null, prev: null } }),
          show: ({ params }) =>
            Promise.resolve(detailOf(entries.find(({ id }) => id === params.id))),
          histogram: () => answered(histogram),
          facets: () => answered(facets),
          ...options.api?.logs,
        },
        logViews: {
          list: () => Promise.resolve({ data: [], page: { next: null, prev: null } }),
          ...options.api?.logViews,
        },
      },
    }
    const module = fakeModule(given)
    const draw = ({ wrapper }: Pick<FakeModule, 'wrapper'>) =>
      wrapper({
        children: (
          <Surface locale={options.locale ?? 'en'}>
            <LogsPage />
          </Surface>
        ),
      })
    const { rerender } = render(draw(module))
    /** Lets the host say something else under the eyes of the reader. */
    const turnTo = (change: FakeModuleOptions) =>
      rerender(draw(fakeModule({ ...given, ...change, viewState: module.viewState })))
    const arrive = (arrived: readonly LogEntry[], dropped = 0) =>
      act(() => module.arrive({ entries: arrived, dropped }))
    const endTails = () => act(() => module.endTails())
    return { ...module, arrive, endTails, turnTo }
  }
}

const answered = <Answer,>(answer: Answer | undefined) =>
  new Promise<Answer>((resolve) => answer && resolve(answer))

export const paths = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('code')?.textContent)

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }))

/** A row by what it is called before its time. */
export const requestNamed = async (begins: string) =>
  screen.findByRole('button', { name: (name) => name.startsWith(`${begins}, `) })

/** Opens a request of the list, once its drawer has come after the page. */
export async function openRequest(name: string) {
  await userEvent.click(await requestNamed(name))
  return drawerInView()
}

/** The panel of the range picker is a dialog as well, though a closed one. */
async function drawerInView() {
  const title = await screen.findByText(/./, { selector: 'dialog h2' })
  const drawer = title.closest('dialog')
  if (!drawer) throw new Error('The title stands in no drawer.')
  return within(drawer)
}
