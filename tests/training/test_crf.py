"""The chains' likelihood against the sum over all chains of tags."""

from itertools import pairwise, product

import pytest

from whence.infer.labels import INSIDE, OUTSIDE

torch = pytest.importorskip("torch", reason="the training dependencies are not installed")
crf = pytest.importorskip("training.crf")


def test_the_likelihood_is_that_of_all_well_formed_chains() -> None:
    torch.manual_seed(3)
    chains = crf.Chains(2)
    chains.transitions.data.normal_()
    emissions = torch.randn(1, 4, 2, 3)
    tags = torch.tensor([[[0, 1], [1, 2], [2, 0], [0, 1]]])
    mask = torch.ones(1, 4, dtype=torch.bool)
    found = chains(emissions, tags, mask)[0].detach()
    for tagger in range(2):
        total, gold = [], 0.0
        for path in product(range(3), repeat=4):
            if path[0] == INSIDE or (OUTSIDE, INSIDE) in pairwise(path):
                continue
            score = sum(float(emissions[0, at, tagger, tag]) for at, tag in enumerate(path))
            score += sum(
                float(chains.transitions.detach()[tagger, left, right])
                for left, right in pairwise(path)
            )
            total.append(score)
            if list(path) == tags[0, :, tagger].tolist():
                gold = score
        expected = float(torch.logsumexp(torch.tensor(total), 0)) - gold
        assert float(found[tagger]) == pytest.approx(expected, abs=1e-4)


def test_words_that_are_padding_count_for_nothing() -> None:
    torch.manual_seed(4)
    chains = crf.Chains(1)
    emissions = torch.randn(1, 3, 1, 3)
    padded = torch.cat([emissions, torch.randn(1, 2, 1, 3)], dim=1)
    tags = torch.tensor([[[1], [2], [0]]])
    more = torch.cat([tags, torch.zeros(1, 2, 1, dtype=torch.long)], dim=1)
    short = chains(emissions, tags, torch.ones(1, 3, dtype=torch.bool)).detach()
    long = chains(padded, more, torch.tensor([[True, True, True, False, False]])).detach()
    assert float(short) == pytest.approx(float(long), abs=1e-5)
