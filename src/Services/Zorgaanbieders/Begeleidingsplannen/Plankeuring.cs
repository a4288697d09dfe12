using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using WmoPlatform.Messaging.Sending;

namespace WmoPlatform.Zorgaanbieders.Begeleidingsplannen;

public enum Keuring
{
    /// <summary>The municipality had no scanner when it came in.</summary>
    NietGekeurd,
    /// <summary>It is quarantined until the scanner has judged it.</summary>
    TeKeuren,
    Schoon,
    /// <summary>The scanner found a virus. Nobody can read it.</summary>
    Besmet,
}

/// <summary>The judgement of the virus scanner on one plan, which waits until the scanner gives it.</summary>
public sealed class Plankeuring : ISendable
{
    private Plankeuring()
    {
    }

    /// <summary>The number of the plan.</summary>
    public Guid Id { get; private init; }
    public Keuring Stand { get; private set; } = Keuring.TeKeuren;
    public DateTimeOffset? DueAt { get; private set; } = DateTimeOffset.UnixEpoch;
    public DateTimeOffset? ClaimedUntil { get; private set; }
    public int Attempts { get; private set; }
    public int Unknowns { get; private set; }
    public string? Traceparent { get; private init; }

    internal static Plankeuring Van(Begeleidingsplan plan) => new() { Id = plan.Id, Traceparent = Activity.Current?.Id };

    internal void Krijgt(Keuring stand) => (Stand, DueAt, ClaimedUntil) = (stand, null, null);
}

internal static class PlankeuringModel
{
    public static void MetPlankeuringen(this ModelBuilder model) => model.Entity<Plankeuring>(b =>
    {
        b.Property(k => k.Id).ValueGeneratedNever();
        b.AsSendable(k => new { k.DueAt, k.Id });
    });
}
