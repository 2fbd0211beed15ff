import { createElement as h, lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { page } from '../react-page.js'

// The part is what the module of a container says, which stands within what is imported here.
const Weather = lazy(() => import('weather/now').then((imported) => imported.default))

createRoot(document.getElementById('page')).render(
  h('div', null, h(Suspense, { fallback: 'Looking out …' }, h(Weather)), page()),
)
