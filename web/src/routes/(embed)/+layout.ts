/** The box is read without any script; a small file of its own tells the parent how high it is. */
export const csr = false;
