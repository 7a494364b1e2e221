import { byFile, type Catalogue } from './catalogue'

/** The French catalogue, one file per area. */
export default byFile(import.meta.glob<Catalogue>('./fr/*.json', { eager: true, import: 'default' }))
