namespace WmoPlatform.Beschikkingen.Herzieningen;

/// <summary>A decision that gives less, without hearing the person first.</summary>
/// <param name="Grond">De uitzondering in de wet.</param>
/// <param name="Reden">Waarom die hier geldt.</param>
public sealed record NietGehoord(Zonderhorengrond Grond, string Reden);

/// <summary>An exception to the duty to hear a person who did not ask for the decision (Awb 4:8).</summary>
public enum Zonderhorengrond
{
    /// <summary>There is no time for it (Awb 4:11 onder a).</summary>
    Spoed,
    /// <summary>The person could give a view before, and no new facts are known since (4:11 onder b).</summary>
    EerderGehoord,
    /// <summary>The purpose would fail if the person knew beforehand (4:11 onder c).</summary>
    DoelVerijdeld,
    /// <summary>The person did not give data that the law obliges them to give (4:8 lid 2).</summary>
    GegevensNietGegeven,
    /// <summary>It is about money only, and bezwaar can undo all of it (4:12).</summary>
    FinancieelBesluit,
}
