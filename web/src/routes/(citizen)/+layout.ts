/** Citizen pages are read without any script. */
export const csr = false;
