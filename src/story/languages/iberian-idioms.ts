/**
 * What Spanish and Portuguese say with "como" when it does not name a role. They share the word,
 * so that each must know the other's: "Como exemplo, podemos …" is no Spanish story either.
 */
export const IBERIAN_IDIOMS = `
  ejemplo, resultado, consecuencia, alternativa, solución, solución temporal, primer paso, siguiente paso, último paso, paso, paso previo, nota, respuesta,
  comentario, sugerencia, idea, prueba, referencia, base, regla, opción, conclusión, resumen, título, tema, siempre, bonus, extra, medida,
  precaución, excepción, funcionalidad, error, bug, tarea, problema, inicio, mejora, complemento, recordatorio, contexto, punto de partida, punto de comparación, punto de referencia, compromiso, novedad, condición,
  requisito, parte, mínimo, máximo, último recurso, regla general, alternativa temporal, prototipo, propuesta, pregunta, regalo,
  exemplo, resultado, consequência, alternativa, solução, solução temporária, primeiro passo, próximo passo, último passo, passo, nota, resposta,
  comentário, sugestão, ideia, teste, referência, base, regra, opção, conclusão, resumo, título, tema, sempre, bônus, bónus, extra, medida, precaução,
  exceção, funcionalidade, erro, bug, tarefa, problema, início, melhoria, complemento, lembrete, contexto, ponto de partida, ponto de comparação, ponto de referência, compromisso, novidade, condição, requisito,
  parte, mínimo, máximo, último recurso, regra geral, protótipo, proposta, pergunta, combinado, contorno, prova,
`;
