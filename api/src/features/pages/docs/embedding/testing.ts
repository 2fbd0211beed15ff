import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

const sample = `import { embedErrorCodes, fakeSonaqor } from '@sonaqor/embed/testing'

const fake = fakeSonaqor()
render(<Integration />)
const keys = document.querySelector('sonaqor-keys')

fake.emit(keys, 'sonaqor-ready')
fake.emit(keys, 'sonaqor-navigate', { view: 'logs.list', params: { keyId: 'k1' } })
expect(location.pathname).toBe('/logs')

for (const code of embedErrorCodes) {
  fake.fail(keys, code)
  expect(screen.getByRole('status').textContent).not.toBe('')
}

await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
expect(fake.sessions[0]?.calls).toContainEqual({ call: 'logout' })
fake.remove()`

export const testing: GuidePage = () => ({
  path: pathOf('testing'),
  title: 'Testing',
  lead: 'Your tests need neither our network nor our views: a fake Sonaqor says what you tell it to.',
  content: html`${code(sample, 'In jsdom, or in a browser')}
  ${codeTable(
    ['Part', 'Does'],
    [
      [
        'fakeSonaqor()',
        'Puts a Sonaqor into the page. `loadSonaqor` resolves to it, and `fetchSession` is called as by the real one.',
      ],
      [
        'emit(element, event, detail?)',
        'Tells your page an event; what you leave out of the detail is made up.',
      ],
      [
        'fail(element, code)',
        'Says that a view cannot be shown: the event, and `onError` of its session.',
      ],
      [
        'renew(name?)',
        'Asks for another client secret, as when a token runs out. The name may be left out where one session runs.',
      ],
      [
        'sessions',
        'What your page began, and what it called: `update`, `mount`, `logout`, `destroy`.',
      ],
      ['embedEvents, embedErrorCodes', 'All of them, for a test that goes through each.'],
    ],
  )}
  ${p('For a test that goes all the way, use an app of the sandbox. A key that begins with `sq_test_` reaches nothing of production.')}`,
})
