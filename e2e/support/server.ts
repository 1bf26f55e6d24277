export const PORT = Number(process.env['E2E_PORT'] ?? 4417);
export const BASE_URL = `http://localhost:${PORT}`;
export const ADMIN = { email: 'admin@eksempel.dk', password: 'fire graa gaes paa torvet' };
