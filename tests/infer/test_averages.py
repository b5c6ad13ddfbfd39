import numpy as np

from whence.infer.averages import means


def test_each_phrase_is_the_mean_of_its_own_words() -> None:
    dice = np.random.default_rng(5)
    vectors = dice.normal(size=(400, 6)).astype(np.float32)
    phrases = [
        [(int(at), int(at) + 1 + number % 7), (int(at) + 3, int(at) + 9)][: 1 + number % 2]
        for number, at in enumerate(dice.integers(0, 390, 130))
    ]
    found = means(vectors, phrases)
    for row, phrase in zip(found, phrases, strict=True):
        words = sorted({word for start, end in phrase for word in range(start, end)})
        np.testing.assert_allclose(row, vectors[words].mean(0), rtol=1e-4, atol=1e-6)


def test_a_phrase_without_words_is_nought() -> None:
    vectors = np.ones((5, 3), np.float32)
    assert means(vectors, [[], [(1, 3)], []]).tolist() == [[0] * 3, [1] * 3, [0] * 3]
    assert means(vectors, [[]]).tolist() == [[0] * 3]
    assert means(vectors, []).shape == (0, 3)
